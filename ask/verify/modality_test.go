package verify

import "testing"

func TestModality(t *testing.T) {
	try(t, Modality, []ruleCase{
		{"Norway may join the treaty.", "Norway may join the treaty.", false},
		{"Norway may join the treaty.", "Norway will join the treaty.", true},
		{"Norway may join the treaty.", "Norway joined the treaty.", true},
		{"Norway will join the treaty.", "Norway joined the treaty.", true},
		{"Norway will join the treaty.", "Norway joins the treaty.", false},
		{"Norway joined the treaty.", "Norway will join the treaty.", true},
		{"Norway wants to join the treaty.", "Norway wants to join the treaty.", false},
		{"Norway wants to join the treaty.", "Norway joined the treaty.", true},
		{"Norway wants to join the treaty.", "Norway will join the treaty.", true},
		{"Norway decided to join the treaty.", "Norway will join the treaty.", false},
		{"Norway should join the treaty.", "Norway joins the treaty.", true},
		{"Norway considered leaving the treaty.", "Norway left the treaty.", true},
		{"Spain asked Norway to join the treaty.", "Norway joined the treaty.", true},
		{"Police arrested a suspected spy.", "Police arrested a spy.", true},
		{"Police arrested a suspected spy.", "Police arrested a suspected spy.", false},
		{"Former banker Rui Tavares was arrested.", "Banker Rui Tavares was arrested.", true},
		{"The council met in May.", "The council met in May.", false},
		{"The ferry sails unless the crew refuses the contract.", "The crew refuses the contract.", true},
		{"The ferry sails unless the crew refuses the contract.", "The ferry sails unless the crew refuses the contract.", false},
		{"If the dam breaks, the valley will flood.", "The dam breaks.", true},
		{"The town keeps pumps in case the dam breaks.", "The dam breaks.", true},
		{"The army stays until the rebels disarm.", "The rebels disarm.", true},
		{"The army stays until Thursday.", "The army stays until Thursday.", false},
		{"Surveyors are checking whether the crane hit the roof.", "The crane hit the roof.", true},
		{"Surveyors are checking whether the crane hit the roof.", "Surveyors are checking whether the crane hit the roof.", false},
		{"At issue is whether the trainer, Oskar Lind, doped the horses.", "The trainer Oskar Lind doped the horses.", true},
		{"One doubt is whether the mill, a listed house, was insured.", "The mill was insured.", true},
		{"Jurors asked whether the nurse, who was on leave, signed the form.", "The nurse signed the form.", true},
		{"Jurors asked whether the nurse, who was on leave, signed the form.", "The nurse was on leave.", false},
		{"The sale goes on if the owner, Oskar Lind, signs the deed.", "Oskar Lind, the owner, signs the deed.", true},
		{"Critics asked whether the roof was safe, and the hall was closed in May.", "The hall was closed in May.", false},
		{"Inspectors will say whether the drug, sold as Ardol in Spain, harmed the patients.", "The drug is sold as Ardol in Spain.", false},
		{"Inspectors will say whether the drug, sold as Ardol in Spain, harmed the patients.", "The drug harmed the patients.", true},
		{"Wardens patrol as if thieves ruled the wood.", "Wardens patrol as if thieves ruled the wood.", false},
	})
}
