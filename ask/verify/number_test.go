package verify

import "testing"

func TestNumber(t *testing.T) {
	try(t, Number, []ruleCase{
		{"Twelve ships left the port.", "12 ships left the port.", false},
		{"Twelve ships left the port.", "Thirteen ships left the port.", true},
		{"A thousand soldiers took part.", "1,000 soldiers took part.", false},
		{"1.5 million people voted.", "1,500,000 people voted.", false},
		{"1.5 million people voted.", "1.5 billion people voted.", true},
		{"At least 40 people were hurt.", "At least 40 people were hurt.", false},
		{"At least 40 people were hurt.", "40 people were hurt.", true},
		{"40 people were hurt.", "At least 40 people were hurt.", false},
		{"120 people were hurt.", "More than 100 people were hurt.", false},
		{"120 people were hurt.", "More than 150 people were hurt.", true},
		{"1,012 people were hurt.", "About 1,000 people were hurt.", false},
		{"Up to 200 people were hurt.", "More than 200 people were hurt.", true},
		{"Twelve people died and thirty people were injured.", "Thirty people died.", true},
		{"The tax rose by 3 percent.", "The tax rose by 3%.", false},
		{"The tax rose by 3 percent.", "The tax rose by 5 percent.", true},
		{"The tax rose by 3 percent.", "The tax rose by 3 euros.", true},
		{"It was the third strike of the year.", "It was the fourth strike of the year.", true},
		{"It was the third strike of the year.", "It was the 3rd strike of the year.", false},
		{"Twenty-five ministers came.", "25 ministers came.", false},
		{"Two hundred and fifty ministers came.", "250 ministers came.", false},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 6 euros in May.", false},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 4 euros in May.", true},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 6 euros in April.", true},
		{"Some ministers came.", "Seven ministers came.", true},
	})
}
